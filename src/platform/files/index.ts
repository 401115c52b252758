export { createDirectoryFileStore, type FileStore, type StoredFile } from './file-store.ts';
