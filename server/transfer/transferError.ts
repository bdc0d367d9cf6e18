/** What an export or import can't do, said in one line to whoever asked for it. */
export class TransferError extends Error {
  override readonly name = 'TransferError';
}
