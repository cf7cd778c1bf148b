import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { paths } from '@portico/sdk'
import { api, unwrap, type Schema } from '../../../shared/api.ts'
import { upload } from '../../../shared/upload.ts'
import type { SearchValues } from '../../../shared/url-search.ts'

export type Import = Schema<'Import'>
export type ImportSummary = Schema<'ImportSummary'>
export type ImportFile = Schema<'ImportFile'>
export type ImportSheet = Schema<'ImportSheet'>
export type ImportFigure = Schema<'ImportFigure'>
export type ImportCause = Schema<'ImportCause'>
export type ImportQuestion = Schema<'ImportQuestion'>
export type ImportRow = Schema<'ImportRow'>
export type ImportRecord = Schema<'ImportRecord'>
export type ImportUndoPreview = Schema<'ImportUndoPreview'>
export type ImportClient = Schema<'ImportClientFigures'>
export type ImportKind = NonNullable<ImportFile['kind']>
export type ImportSource = NonNullable<Import['source']>
export type ImportOutcome = ImportRow['outcome']
export type ImportState = Import['state']
export type FileChange =
  paths['/v1/imports/{import_id}/files/{import_file_id}']['patch']['requestBody']['content']['application/json']
export type ImportChange =
  paths['/v1/imports/{import_id}']['patch']['requestBody']['content']['application/json']
export type RowCorrection =
  paths['/v1/imports/{import_id}/rows/{import_row_id}']['patch']['requestBody']['content']['application/json']

export const KINDS = ['clients', 'price_items', 'invoices', 'payments'] as const satisfies ImportKind[]
export const SOURCES = [
  'invoice_ninja',
  'freshbooks',
  'zoho',
  'wave',
  'invoice2go',
  'invoicely',
  'csv',
] as const satisfies ImportSource[]

/** The server works on it; the page asks again until it has finished. */
export const isWorking = (state: ImportState | undefined): boolean =>
  state === 'analysing' || state === 'committing' || state === 'undoing'

/** Nothing is written yet: files, answers, rules and rows can still be changed. */
export const isOpen = (state: ImportState): boolean =>
  state === 'draft' || state === 'ready' || state === 'failed'

const paging = ({ after, before }: SearchValues) => ({ ...(after && { after }), ...(before && { before }) })

export const importsQuery = (values: SearchValues) =>
  queryOptions({
    queryKey: ['imports', 'list', values['after'], values['before']],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/imports', { params: { query: { limit: 20, ...paging(values) } }, signal })),
    placeholderData: keepPreviousData,
  })

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/imports/{import_id}', { params: { path: { import_id: id } }, signal })),
    refetchInterval: (query) => (isWorking(query.state.data?.state) ? 500 : false),
    refetchIntervalInBackground: true,
  })

export const importFieldsQuery = queryOptions({
  queryKey: ['imports', 'fields'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/import-fields', { signal })),
  staleTime: Infinity,
})

export const savedMappingsQuery = queryOptions({
  queryKey: ['imports', 'mappings'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/import-mappings', { signal })),
})

/** Rows of one outcome, or those that a cause concerns; the version keeps apart what stood there before a change. */
export const importRowsQuery = (
  { id, version }: Pick<Import, 'id' | 'version'>,
  filter: { outcome?: ImportOutcome | undefined; cause?: ImportCause['code'] | undefined },
  values: SearchValues,
) =>
  queryOptions({
    queryKey: ['imports', 'rows', id, version, filter, values['after'], values['before']],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/imports/{import_id}/rows', {
          params: {
            path: { import_id: id },
            query: {
              limit: 25,
              ...paging(values),
              ...(filter.outcome && { outcome: filter.outcome }),
              ...(filter.cause && { cause: filter.cause }),
            },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

export const importClientsQuery = (
  { id, version }: Pick<Import, 'id' | 'version'>,
  differs: boolean,
  values: SearchValues,
) =>
  queryOptions({
    queryKey: ['imports', 'clients', id, version, differs, values['after'], values['before']],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/imports/{import_id}/clients', {
          params: {
            path: { import_id: id },
            query: { limit: 25, ...paging(values), ...(differs && { agrees: 'false' as const }) },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

/** What an undo would take and what it would leave, as things stand now: asked anew each time the dialog opens. */
export const undoPreviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'undo-preview', id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/imports/{import_id}/undo-preview', { params: { path: { import_id: id } }, signal }),
      ),
    gcTime: 0,
    staleTime: 0,
  })

export const importRecordsQuery = (
  { id, version }: Pick<Import, 'id' | 'version'>,
  filter: { state?: ImportRecord['state']; isQuiet?: boolean; kind?: ImportKind },
  values: SearchValues,
) =>
  queryOptions({
    queryKey: ['imports', 'records', id, version, filter, values['after'], values['before']],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/imports/{import_id}/records', {
          params: {
            path: { import_id: id },
            query: {
              limit: 25,
              ...paging(values),
              ...(filter.state && { state: filter.state }),
              ...(filter.kind && { kind: filter.kind }),
              ...(filter.isQuiet && { is_quiet: 'true' as const }),
            },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

export const startImport = (source: ImportSource | null): Promise<Import> =>
  unwrap(api.POST('/v1/imports', { body: source ? { source } : {} }))

export const sendFile = (
  id: string,
  file: File,
  options: { idempotencyKey: string; onProgress: (share: number) => void },
): Promise<Import> => upload<Import>({ url: `/v1/imports/${id}/files`, realm: 'staff', file, ...options })

/** A batch in the server's words goes where every part of its page reads it. */
export function useKeepImport(): (batch: Import) => Import {
  const queries = useQueryClient()
  return (batch) => {
    queries.setQueryData(importQuery(batch.id).queryKey, batch)
    void queries.invalidateQueries({ queryKey: ['imports', 'list'] })
    return batch
  }
}

/** Every change of a batch answers with the whole batch. */
function useDeed<Given>(deed: (given: Given) => Promise<Import>) {
  const keep = useKeepImport()
  return useMutation({ mutationFn: deed, onSuccess: keep })
}

export const useChangeImport = (id: string) =>
  useDeed((body: ImportChange) =>
    unwrap(api.PATCH('/v1/imports/{import_id}', { params: { path: { import_id: id } }, body })),
  )

export const useChangeFile = (id: string) =>
  useDeed(({ fileId, body }: { fileId: string; body: FileChange }) =>
    unwrap(
      api.PATCH('/v1/imports/{import_id}/files/{import_file_id}', {
        params: { path: { import_id: id, import_file_id: fileId } },
        body,
      }),
    ),
  )

export const useRemoveFile = (id: string) =>
  useDeed((fileId: string) =>
    unwrap(
      api.DELETE('/v1/imports/{import_id}/files/{import_file_id}', {
        params: { path: { import_id: id, import_file_id: fileId } },
      }),
    ),
  )

export const useAnalyse = (id: string) =>
  useDeed(() => unwrap(api.POST('/v1/imports/{import_id}/analyse', { params: { path: { import_id: id } } })))

export const useCorrectRow = (id: string) =>
  useDeed(({ rowId, body }: { rowId: string; body: RowCorrection }) =>
    unwrap(
      api.PATCH('/v1/imports/{import_id}/rows/{import_row_id}', {
        params: { path: { import_id: id, import_row_id: rowId } },
        body,
      }),
    ),
  )

export const useCommit = (batch: Import) =>
  useDeed(() =>
    unwrap(
      api.POST('/v1/imports/{import_id}/commit', {
        params: { path: { import_id: batch.id } },
        body: { sheet_version: batch.version },
      }),
    ),
  )

export const useUndo = (id: string) =>
  useDeed(() => unwrap(api.POST('/v1/imports/{import_id}/undo', { params: { path: { import_id: id } } })))

export const useWake = (id: string) =>
  useDeed((invoiceIds: string[] | null) =>
    unwrap(
      api.POST('/v1/imports/{import_id}/wake', {
        params: { path: { import_id: id } },
        body: invoiceIds ? { invoice_ids: invoiceIds } : {},
      }),
    ),
  )

export function useDiscard(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/v1/imports/{import_id}', { params: { path: { import_id: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['imports', 'list'] }),
  })
}

export type RowsAsFile = 'rejected' | 'review' | 'dropped' | 'repaired'

/** Rows as they stood in their files, with line and reason, for `downloadFile`. */
export const rowsAsFile = (id: string, outcome: RowsAsFile) =>
  api.GET('/v1/imports/{import_id}/rejects', {
    params: { path: { import_id: id }, query: { outcome } },
    parseAs: 'blob',
  })
