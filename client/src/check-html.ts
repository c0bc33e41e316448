/** What the page is made of: where its files are (`source`: where a webview gets such from), and what it says. */
export type Frame = {
  readonly source: string
  readonly style: string
  readonly script: string
  readonly language: string
  readonly title: string
  readonly waiting: string
  /** The address of the document that it is of. */
  readonly uri: string
}

/**
 * The page of the check before the editor has sent what to show. Its own style and its own script are all that is
 * loaded or runs: the script is known by a word that no document can know, for it is a new one each time.
 */
export function checkHtml({ source, style, script, language, title, waiting, uri }: Frame): string {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  const policy = [
    "default-src 'none'",
    `style-src ${source}`,
    `script-src 'nonce-${nonce}'`,
    // Of these default-src says nothing.
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${escaped(style)}">
<title>${escaped(title)}</title>
</head>
<body><main data-uri="${escaped(uri)}"><p>${escaped(waiting)}</p></main><script nonce="${nonce}" src="${escaped(script)}"></script></body>
</html>`
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
