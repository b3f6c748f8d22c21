const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
  csv: 'text/csv',
}

/** A file to keep, never one to show: its type is told and not guessed, and nothing in it runs. */
export function attachment({
  name,
  kind,
  content,
}: {
  name: string
  kind: string
  content: Uint8Array
}): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': types[kind] ?? 'application/octet-stream',
      'Content-Disposition': `attachment; filename="file.${kind}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/gu, (each) => `%${each.charCodeAt(0).toString(16)}`)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
