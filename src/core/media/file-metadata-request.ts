/** What the worker that reads metadata is asked. */
export interface FileMetadataRequest {
  readonly file: Blob;
  /** PEM text of an administrator's, beside the trust list; may be empty. */
  readonly moreAnchors: string;
  /** Content Credentials that the file says are kept elsewhere may be fetched there. */
  readonly fetchesRemote: boolean;
}
