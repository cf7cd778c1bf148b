import { ActionIcon, Button, Progress } from '@mantine/core'
import { IconCamera, IconFile, IconUpload, IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { formatFileSize } from '../format.ts'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import styles from './file-drop.module.css'

export interface FileDropProps {
  label: string
  /** The chosen file. It belongs to the page, so it survives a failed upload. */
  file: File | null
  onChange: (file: File | null) => void
  /** MIME types: `image/*`, `application/pdf`. */
  accept: string[]
  /** The same in words, for the hint and the refusal: "photo or PDF". */
  acceptLabel: string
  /** Bytes. */
  maxSize: number
  /** 0 to 1 while it is being sent; null otherwise. */
  progress?: number | null
  /** Why the last try failed: the file stays and the hint says so. */
  error?: ReactNode
  /** Offers the camera on a touch screen. */
  hasCamera?: boolean
  /** Takes a file or picture pasted anywhere on the page. */
  takesPaste?: boolean
}

function matches(file: File, accept: string[]): boolean {
  return accept.some((kind) =>
    kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind,
  )
}

/** One file by choosing, camera, dropping or pasting. */
export function FileDrop(props: FileDropProps) {
  const {
    label,
    file,
    onChange,
    accept,
    acceptLabel,
    maxSize,
    progress = null,
    error,
    hasCamera,
    takesPaste,
  } = props
  const t = useTexts(uiTexts)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  function take(chosen: File | null | undefined) {
    if (!chosen) return
    if (!matches(chosen, accept))
      return setRefusal(t('fileWrongKind', { name: chosen.name, kinds: acceptLabel }))
    if (chosen.size > maxSize) {
      return setRefusal(t('fileTooLarge', { name: chosen.name, limit: formatFileSize(maxSize) }))
    }
    setRefusal(null)
    onChange(chosen)
  }

  const pasted = useRef(take)
  pasted.current = take
  useEffect(() => {
    if (!takesPaste) return
    const paste = (event: ClipboardEvent) => {
      const [first] = event.clipboardData?.files ?? []
      if (!first) return
      event.preventDefault()
      pasted.current(first)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [takesPaste])

  function drag(event: DragEvent, isInside: boolean) {
    event.preventDefault()
    setOver(isInside)
  }

  const message = refusal ?? error
  return (
    <div className={styles.field} role="group" aria-labelledby={`${id}-label`}>
      <div className={styles.label} id={`${id}-label`}>
        {label}
      </div>
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        data-error={message ? '' : undefined}
        onDragEnter={(event) => drag(event, true)}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false)
          take(event.dataTransfer.files[0])
        }}
      >
        {file ? (
          <Chosen file={file} progress={progress} onRemove={() => onChange(null)} />
        ) : (
          <>
            <p className={styles.hint}>
              <span className={styles.desktop}>{t(isOver ? 'dropHere' : 'dropTitle')}</span>
              <span className={styles.touch}>{t('dropTouch')}</span>
              <span className={styles.kinds}>
                {acceptLabel}, {formatFileSize(maxSize)}
              </span>
            </p>
            <div className={styles.buttons}>
              {hasCamera ? (
                <Button
                  className={styles.camera}
                  leftSection={<IconCamera />}
                  onClick={() => camera.current?.click()}
                >
                  {t('takePhoto')}
                </Button>
              ) : null}
              <Button variant="default" leftSection={<IconUpload />} onClick={() => input.current?.click()}>
                {t('chooseFile')}
              </Button>
            </div>
          </>
        )}
        <input
          ref={input}
          type="file"
          className={styles.hidden}
          accept={accept.join(',')}
          aria-labelledby={`${id}-label`}
          tabIndex={-1}
          onChange={(event) => {
            take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
        {hasCamera ? (
          <input
            ref={camera}
            type="file"
            className={styles.hidden}
            accept="image/*"
            capture="environment"
            aria-label={t('takePhoto')}
            tabIndex={-1}
            onChange={(event) => {
              take(event.currentTarget.files?.[0])
              event.currentTarget.value = ''
            }}
          />
        ) : null}
      </div>
      {message ? (
        <p className={styles.error} role="alert">
          {message} {file && error && !refusal ? t('fileKept') : null}
        </p>
      ) : null}
    </div>
  )
}

function Chosen({ file, progress, onRemove }: { file: File; progress: number | null; onRemove: () => void }) {
  const t = useTexts(uiTexts)
  const [preview, setPreview] = useState<string | null>(null)
  useEffect(() => {
    if (!file.type.startsWith('image/')) return setPreview(null)
    const url = URL.createObjectURL(file)
    setPreview(url)
    return () => URL.revokeObjectURL(url)
  }, [file])
  return (
    <div className={styles.chosen}>
      {preview ? (
        <img src={preview} alt="" className={styles.preview} />
      ) : (
        <IconFile className={styles.fileIcon} />
      )}
      <div className={styles.file}>
        <div className={styles.name}>{file.name}</div>
        {progress === null ? (
          <div className={styles.size}>{formatFileSize(file.size)}</div>
        ) : (
          <Progress
            value={progress * 100}
            size={6}
            aria-label={t('uploading', { name: file.name })}
            className={styles.progress}
          />
        )}
      </div>
      {progress === null ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('removeFile', { name: file.name })}
          onClick={onRemove}
        >
          <IconX />
        </ActionIcon>
      ) : null}
    </div>
  )
}
