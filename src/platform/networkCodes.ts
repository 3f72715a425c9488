/** Errors of the network; those of files (EACCES …) have other codes. */
const networkCodes = /^(ECONN[A-Z]+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)$/;

/** undici's own codes for the same. */
const undiciCodes = /^UND_ERR_[A-Z_]+$/;

/** Whether a code says that the network failed. */
export function isNetworkCode(code: string): boolean {
  return networkCodes.test(code) || undiciCodes.test(code);
}
