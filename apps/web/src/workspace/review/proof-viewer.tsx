import { ActionIcon } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useTexts } from '@portico/ui'
import {
  IconExternalLink,
  IconMinus,
  IconPlus,
  IconRotateClockwise,
  IconZoomReset,
} from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Proof } from './review-data.ts'
import styles from './review.module.css'
import { reviewTexts } from './texts.ts'

/** What the client sent: a picture that can be enlarged and turned, a PDF, or the pasted message. */
export function ProofViewer({ proof }: { proof: Proof }) {
  const t = useTexts(reviewTexts)
  const { submitter } = proof
  return (
    <section className={styles.proof} aria-label={t('proof')}>
      {proof.file ? <ProofFile key={proof.id} proof={proof} file={proof.file} /> : null}
      {proof.pasted_text ? (
        <div className={styles.pasted}>
          <h2>{t('pasted')}</h2>
          <pre tabIndex={0}>{proof.pasted_text}</pre>
        </div>
      ) : null}
      {!proof.file && !proof.pasted_text ? <p className={styles.quiet}>{t('noFile')}</p> : null}
      <div className={styles.proofFoot}>
        <p className={styles.quiet}>
          {submitter.kind === 'link' && !submitter.name
            ? t('sentBy_link')
            : t(submitter.kind === 'member' ? 'sentBy_member' : 'sentBy_contact', {
                name: submitter.name ?? '',
              })}
        </p>
        {proof.note ? (
          <p>
            <span className={styles.quiet}>{t('theirNote')}:</span> {proof.note}
          </p>
        ) : null}
      </div>
    </section>
  )
}

function ProofFile({ proof, file }: { proof: Proof; file: NonNullable<Proof['file']> }) {
  const t = useTexts(reviewTexts)
  const names = { client: proof.client.name, number: proof.invoice.number }
  if (file.media_type === 'application/pdf') {
    return (
      <div className={styles.stage}>
        <iframe className={styles.pdf} src={file.url} title={t('pdfOf', names)} />
        <a className={styles.openFile} href={file.url} target="_blank" rel="noopener">
          {t('openFile')}
        </a>
      </div>
    )
  }
  return <Picture url={file.url} name={t('imageOf', names)} />
}

const ZOOMS = [1, 1.5, 2, 3, 4, 6] as const

function Picture({ url, name }: { url: string; name: string }) {
  const t = useTexts(reviewTexts)
  const { ref, width, height } = useElementSize<HTMLDivElement>()
  const [natural, setNatural] = useState<{ width: number; height: number } | null>(null)
  const [zoom, setZoom] = useState(0)
  const [turns, setTurns] = useState(0)
  const [isBroken, setBroken] = useState(false)
  useEffect(() => setZoom(0), [turns])

  const isLying = turns % 2 === 1
  const outer = natural && (isLying ? { width: natural.height, height: natural.width } : natural)
  const fit =
    outer && width > 0 ? Math.min(width / outer.width, Math.max(height, 240) / outer.height) * 0.97 : 0
  const scale = fit * (ZOOMS[zoom] ?? 1)
  const press = (step: number) => setZoom(Math.min(ZOOMS.length - 1, Math.max(0, zoom + step)))
  return (
    <div className={styles.stage}>
      <div className={styles.tools} role="toolbar" aria-label={t('proof')}>
        <Tool label={t('zoomOut')} isOff={zoom === 0} onClick={() => press(-1)} icon={IconMinus} />
        <Tool
          label={t('zoomIn')}
          isOff={zoom === ZOOMS.length - 1}
          onClick={() => press(1)}
          icon={IconPlus}
        />
        <Tool label={t('zoomFit')} isOff={zoom === 0} onClick={() => setZoom(0)} icon={IconZoomReset} />
        <Tool label={t('rotate')} onClick={() => setTurns((turns + 1) % 4)} icon={IconRotateClockwise} />
        <ActionIcon
          component="a"
          href={url}
          target="_blank"
          rel="noopener"
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t('openFile')}
        >
          <IconExternalLink />
        </ActionIcon>
      </div>
      <div ref={ref} className={styles.viewport} tabIndex={0} role="group" aria-label={name}>
        {isBroken ? (
          <p className={styles.quiet}>{t('fileGone')}</p>
        ) : (
          <div
            className={styles.canvas}
            style={outer ? { width: outer.width * scale, height: outer.height * scale } : undefined}
          >
            <img
              src={url}
              alt={name}
              className={styles.picture}
              style={
                natural
                  ? {
                      width: natural.width * scale,
                      height: natural.height * scale,
                      transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
                    }
                  : { visibility: 'hidden' }
              }
              onLoad={(event) => {
                const { naturalWidth, naturalHeight } = event.currentTarget
                setNatural({ width: naturalWidth, height: naturalHeight })
              }}
              onError={() => setBroken(true)}
              onDoubleClick={() => setZoom(zoom === 0 ? 2 : 0)}
            />
          </div>
        )}
      </div>
    </div>
  )
}

function Tool(props: { label: string; isOff?: boolean; onClick: () => void; icon: typeof IconPlus }) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={32}
      aria-label={props.label}
      title={props.label}
      disabled={props.isOff === true}
      onClick={props.onClick}
    >
      <props.icon />
    </ActionIcon>
  )
}
