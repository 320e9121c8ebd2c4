/** Makes pages saved in one file for tests, as browsers write them. */

/** Quoted-printable in lines of 76, as browsers write it. */
export function quotedPrintable(bytes: Uint8Array): string {
  let [out, line] = ['', ''];
  for (const byte of bytes) {
    const code =
      byte === 0x0a
        ? '\r\n'
        : byte === 0x3d || byte < 0x20 || byte > 0x7e
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte);
    if (code === '\r\n') {
      out += `${line}\r\n`;
      line = '';
      continue;
    }
    if (line.length + code.length > 75) {
      out += `${line}=\r\n`;
      line = '';
    }
    line += code;
  }
  return out + line;
}

export interface MhtmlPart {
  readonly head: readonly string[];
  readonly body: string;
}

export function mhtmlOf(head: readonly string[], boundary: string, parts: readonly MhtmlPart[]): Buffer {
  const text = parts.map((part) => `--${boundary}\r\n${part.head.join('\r\n')}\r\n\r\n${part.body}\r\n`).join('');
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}--${boundary}--\r\n`, 'latin1');
}

/** A page as Chrome saves it: the page first, then a frame and a picture. */
export function savedByChrome(html: string, url: string): Buffer {
  const boundary = '----MultipartBoundary--kTq0pN2xW3e4R5t6Y7u8I9----';
  return mhtmlOf(
    [
      'From: <Saved by Blink>',
      `Snapshot-Content-Location: ${url}`,
      'Subject: =?utf-8?Q?Harbour=20talks?=',
      'Date: Sat, 3 May 2031 09:12:44 +0200',
      'MIME-Version: 1.0',
      `Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${boundary}"`,
    ],
    boundary,
    [
      {
        head: [
          'Content-Type: text/html',
          'Content-ID: <frame-0A@mhtml.blink>',
          'Content-Transfer-Encoding: quoted-printable',
          `Content-Location: ${url}`,
        ],
        body: quotedPrintable(Buffer.from(html)),
      },
      {
        head: [
          'Content-Type: text/html',
          'Content-ID: <frame-0B@mhtml.blink>',
          'Content-Transfer-Encoding: quoted-printable',
        ],
        body: quotedPrintable(
          Buffer.from(
            '<html><body><p>Buy a boat, said nobody in this article at any time at all, ever.</p></body></html>',
          ),
        ),
      },
      {
        head: ['Content-Type: image/png', 'Content-Transfer-Encoding: base64', 'Content-Location: cid:x@mhtml.blink'],
        body: 'iVBORw0KGgo=',
      },
    ],
  );
}
