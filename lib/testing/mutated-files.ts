import type { Random } from './random'
import { unpacked, zipped, type ZipPart } from './small-zip'

/** A sound file made worse: what a bad disk, a bad program, or a bad person does to it. */
export function mutated(sound: Buffer, random: Random): Buffer {
  const isWorkbook = sound[0] === 0x50 && sound[1] === 0x4b
  if (isWorkbook && random.below(3) > 0) return zipped(mutatedParts(unpacked(sound), random))
  const bytes = Buffer.from(sound)
  for (let change = random.below(8) + 1; change > 0; change--) flip(bytes, random)
  const [from, length] = [random.below(bytes.length), random.below(400)]
  const cut = random.below(6)
  if (cut === 0) return bytes.subarray(0, from)
  if (cut === 1) return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)])
  if (cut === 2)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from, from + length), bytes.subarray(from)])
  if (cut === 3)
    return Buffer.concat([bytes.subarray(0, from), Buffer.from(random.pick(pieces)), bytes.subarray(from)])
  return bytes
}

function flip(bytes: Buffer, random: Random) {
  const at = random.below(bytes.length)
  bytes[at] = random.once(3) ? random.below(256) : (bytes[at] ?? 0) ^ (1 << random.below(8))
}

const pieces = [
  '"',
  '""',
  ',',
  '\r',
  '\n',
  '\t',
  '\u0000',
  '\uFEFF',
  '=HYPERLINK("a")',
  '𠮷',
  '\uFFFD',
  "'",
  ';;;;',
  ' ',
  '<',
  '&#xD800;',
]
const edits: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /<v>[^<]*<\/v>/u,
    ['<v>1e999</v>', '<v>-1</v>', '<v></v>', '<v>99999999999</v>', '<v>&#x0;</v>', '<v>NaN</v>'],
  ],
  [/ r="[A-Z]+\d+"/u, [' r="A0"', ' r="ZZZ1"', ' r="1A"', ' r=""', '', ' r="XFD1048576"']],
  [/ t="s"/u, [' t="n"', ' t="e"', ' t="b"', ' t="d"', ' t="zzz"', '']],
  [/<row [^>]*>/u, ['<row r="-5">', '<row r="abc">', '<row>', '<row r="1048577">', '<row r="3" hidden="1">']],
  [/<\/row>/u, ['', '</row></row>', '</rows>']],
  [/ref="[^"]*"/u, ['ref="A1"', 'ref="A1:A0"', 'ref="ZZZ9:A1"', 'ref="A1:XFD1048576"']],
  [/Target="[^"]*"/u, ['Target="../../../etc/passwd"', 'Target="http://example.invalid/a"', 'Target=""']],
  [/name="[^"]*"/u, ['name="__proto__"', 'name=""', 'name="&lt;b&gt;"']],
  [/\?>/u, ['?><!DOCTYPE a SYSTEM "file:///etc/passwd">', '?><!-- a -->', ' ?><?a b?>']],
  [/ s="\d+"/u, [' s="9999"', ' s="-1"', ' s="1"']],
  [/<t[^>]*>/u, ['<t xml:space="preserve">', '<r><t>', '<t><![CDATA[']],
]

function mutatedParts(parts: readonly ZipPart[], random: Random): ZipPart[] {
  const made = parts.map((part) => ({ ...part }))
  for (let change = random.below(4) + 1; change > 0; change--) {
    const part = random.pick(made)
    const act = random.below(8)
    if (act === 0) part.name = random.pick(made).name
    else if (act === 1) part.data = part.data.subarray(0, random.below(part.data.length + 1))
    else if (act === 2)
      part.declared = random.pick([0, Math.max(0, part.data.length - 1), part.data.length + 1, 200 << 20])
    else if (act === 3) part.data = Buffer.concat([part.data, random.pick(made).data])
    else part.data = Buffer.from(edited(part.data.toString(), random))
  }
  return random.once(6) ? random.shuffled(made) : made
}

/** One edit at a random place where it fits. */
function edited(text: string, random: Random): string {
  const [pattern, changes] = random.pick(edits)
  const matches = [...text.matchAll(new RegExp(pattern.source, 'gu'))]
  if (matches.length === 0) return text
  const { index, 0: found } = random.pick(matches)
  return text.slice(0, index) + random.pick(changes) + text.slice(index + found.length)
}
