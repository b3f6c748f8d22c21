/**
 * Where to go after signing in: `wanted` if it is a path of this portal, else the home page. Whatever a browser
 * could read as another address (`//host`, `/\host`, a scheme, control characters) is not a path.
 */
export function localPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/u.test(wanted)) return '/'
  const url = new URL(wanted, 'http://portal.invalid')
  if (url.host !== 'portal.invalid' || url.pathname === '/sign-in' || url.pathname.startsWith('//'))
    return '/'
  return url.pathname + url.search + url.hash
}
