/**
 * The logical structure of a tagged PDF (ISO 32000-1, 14.8): what a screen reader reads, and in which order. Content
 * is marked with a role as it is drawn; rules, watermarks and what pages repeat are marked as artifacts.
 */
export type Role = 'H1' | 'H2' | 'P' | 'TH' | 'TD' | 'Figure'
export type GroupRole = 'Sect' | 'Table' | 'TR'

type Element = ReturnType<PDFKit.PDFDocument['struct']>

export class Structure {
  readonly #pdf: PDFKit.PDFDocument
  readonly #root: Element
  #parent: Element
  /** inside of marked content everything belongs to it */
  #marking = false

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf
    this.#root = pdf.struct('Document')
    this.#parent = this.#root
    pdf.addStructure(this.#root)
  }

  /** Content that is read out; `alt` stands for content that cannot be read. */
  mark(role: Role, draw: () => void, alt?: string): void {
    if (this.#marking) return draw()
    const content = this.#pdf.markStructureContent(role)
    this.#marked(draw)
    this.#parent.add(this.#pdf.struct(role, alt ? { alt } : {}, [content]))
  }

  /** Elements inside of another; what `draw` places may go over several pages. */
  group(role: GroupRole, draw: () => void): void {
    if (this.#marking) return draw()
    const outer = this.#parent
    this.#parent = this.#pdf.struct(role)
    outer.add(this.#parent)
    draw()
    this.#parent.end()
    this.#parent = outer
  }

  /** Content that is not read out. */
  artifact(draw: () => void): void {
    if (this.#marking) return draw()
    this.#pdf.markContent('Artifact')
    this.#marked(draw)
  }

  end(): void {
    this.#root.end()
  }

  #marked(draw: () => void): void {
    this.#marking = true
    draw()
    this.#marking = false
    this.#pdf.endMarkedContent()
  }
}
