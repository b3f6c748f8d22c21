/**
 * What moves the portal's clock: an ISO time in DAICHO_NOW, or nothing. The database honours it only while
 * sample data is loaded (decision 16); nothing over HTTP can set it.
 */
export function movedClock(): string {
  return process.env['DAICHO_NOW'] ?? ''
}
