import type { Module } from '../../app.ts'
import { registerRoutes } from './routes.ts'

export { documentUrl, fileUrl } from './links.ts'
export { fileRow, insertFile, storeUploadedFile, withStoredFile, type StoredUpload } from './store-file.ts'
export { verifyFiles, type FileFinding } from './verify.ts'

export const files: Module = { name: 'files', register: registerRoutes }
