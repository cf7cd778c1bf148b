// Portico's own lint rules (see .oxlintrc.json): the walls between its parts. Every message names the right way.
import { dirname, relative, resolve } from 'node:path'
import { root } from '../node-24.mjs'

/**
 * Each wall: the files it binds, and what an import from there must not be. `target` is the imported file as a path
 * from the repository's root, or the bare name of a package.
 */
const walls = [
  {
    from: /^apps\/server\/src\/(?!platform\/(database|postgres|jobs)\/|platform\/live\/postgres-bus\.ts)/,
    refuses: (target) => target === 'pg' || target.startsWith('pg/'),
    message: 'The database is reached through platform/database (withOrganization), never through pg itself.',
  },
  {
    from: /^apps\/server\/src\//,
    refuses: (target, file) => {
      const into = /^apps\/server\/src\/modules\/([^/]+)\/(.+)$/.exec(target)
      if (!into || into[2] === 'index.ts') return false
      return !file.startsWith(`apps/server/src/modules/${into[1]}/`)
    },
    message: "Another module's inside is closed: import its front door, modules/<name>/index.ts.",
  },
  {
    from: /^apps\/server\/src\/platform\//,
    refuses: (target) => /^apps\/server\/src\/(modules|adapters)\//.test(target),
    message: 'platform/ holds no business words: let the module hand in what is needed, in app.ts.',
  },
  {
    from: /^apps\/server\/src\/.*\/rules\.ts$/,
    refuses: (target) => target.startsWith('node:fs') || /platform\/(database|postgres|http)\//.test(target),
    message: 'rules.ts decides from what it is given: no database, no files, no clock of its own.',
  },
  {
    from: /^packages\/(contract|money)\/src\/(?!.*\.test\.)/,
    refuses: (target) => target.startsWith('node:') || target.startsWith('apps/'),
    message:
      'The contract and the money package run in the browser too: no input, no output, nothing of an app.',
  },
  {
    from: /^apps\/web\/src\//,
    refuses: (target, file) => {
      const shell = /^apps\/web\/src\/(site|workspace|portal|reseller|admin)\//
      const own = shell.exec(file)?.[1]
      const other = shell.exec(target)?.[1]
      return own !== undefined && other !== undefined && own !== other
    },
    message: 'The shells of the web app are apart: move what two of them need to apps/web/src/shared.',
  },
  {
    from: /^apps\/web\/src\//,
    refuses: (target) => target.startsWith('apps/server/') || target === '@portico/server',
    message: 'The web app is a client of the public API: use @portico/sdk and @portico/contract.',
  },
]

const noCrossing = {
  meta: {
    type: 'problem',
    docs: { description: 'Keeps imports on the right side of the walls' },
    schema: [],
  },
  create(context) {
    const file = relative(root, context.filename).replaceAll('\\', '/')
    const binding = walls.filter((wall) => wall.from.test(file) && !/\.(test|bench)\.tsx?$/.test(file))
    if (binding.length === 0) return {}
    const check = (node) => {
      const written = node.source?.value
      if (typeof written !== 'string') return
      const target = written.startsWith('.')
        ? relative(root, resolve(dirname(context.filename), written)).replaceAll('\\', '/')
        : written
      for (const wall of binding) {
        if (wall.refuses(target, file)) context.report({ node: node.source, message: wall.message })
      }
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    }
  },
}

const noUnfinished = {
  meta: { type: 'problem', docs: { description: 'No notes to self in the code' }, schema: [] },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (/\b(TODO|FIXME|XXX|HACK)\b/.test(comment.value)) {
            context.report({
              loc: comment.loc,
              message: 'Finish it, or write an issue: the code says what is.',
            })
          }
        }
      },
    }
  },
}

const wordsBelong =
  'Words stand in the catalogue of the folder (texts.ts, and its siblings in other languages), never in a component.'
/** Attributes that people see or hear. */
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'detail',
  'error',
  'heading',
  'label',
  'legend',
  'message',
  'placeholder',
  'subtitle',
  'title',
])
/** Two letters beside each other are a word; marks, single letters and figures are not. */
const isWord = (text) => /\p{L}{2}/u.test(text)
/** The strings that an attribute or a child can become: written as such, in a template, or in a branch of a condition. */
const stringsOf = (node) => {
  switch (node?.type) {
    case 'JSXExpressionContainer':
      return stringsOf(node.expression)
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : []
    case 'TemplateLiteral':
      return node.quasis.map((part) => part.value.raw)
    case 'ConditionalExpression':
      return [...stringsOf(node.consequent), ...stringsOf(node.alternate)]
    case 'LogicalExpression':
      return stringsOf(node.right)
    default:
      return []
  }
}

/** No literal words in what the screens draw: another language would not have them. */
const noWords = {
  meta: { type: 'problem', docs: { description: 'Keeps words in the catalogues' }, schema: [] },
  create(context) {
    const file = relative(root, context.filename).replaceAll('\\', '/')
    const isScreen =
      /(^|\/)(apps\/web|packages\/ui)\/src\/(?!pieces\/).*\.tsx$/.test(file) && !file.endsWith('.test.tsx')
    if (!isScreen) return {}
    const check = (node, texts) => {
      if (texts.some(isWord)) context.report({ node, message: wordsBelong })
    }
    return {
      JSXText: (node) => check(node, [node.value.replaceAll(/&\w+;/g, ' ')]),
      JSXAttribute(node) {
        if (node.name.type === 'JSXIdentifier' && spoken.has(node.name.name))
          check(node, stringsOf(node.value))
      },
      JSXExpressionContainer(node) {
        if (node.parent?.type !== 'JSXAttribute') check(node, stringsOf(node.expression))
      },
    }
  },
}

export default {
  meta: { name: 'house' },
  rules: { walls: noCrossing, 'no-unfinished': noUnfinished, 'no-words': noWords },
}
