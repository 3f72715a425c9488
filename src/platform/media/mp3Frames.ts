/** kbit/s by the header's index. Source: ISO/IEC 11172-3 §2.4.2.3 and 13818-3 §2.4.2.3, layer III. */
const bitrates = {
  mpeg1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  mpeg2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;

/** Hz of MPEG 1; MPEG 2 has half, MPEG 2.5 a quarter. */
const sampleRates = [44_100, 48_000, 32_000] as const;

interface Frame {
  bytes: number;
  ms: number;
  /** Where the name of a Xing header would stand. */
  tagAt: number;
}

/**
 * How long the frames last that an MP3 really holds, counted one by one, whatever its headers say.
 *
 * @returns null when it has no frames of layer III that can be counted
 */
export function mp3LengthMs(bytes: Buffer): number | null {
  let at = endOfTag(bytes);
  let ms = 0;
  let frames = 0;
  while (at + 4 <= bytes.length) {
    const frame = frameAt(bytes, at);
    if (!frame) {
      at += 1;
      continue;
    }
    if (at + frame.bytes > bytes.length) break;
    // The first frame may hold facts about the others and no sound.
    if (frames > 0 || !isFactFrame(bytes, at + frame.tagAt)) ms += frame.ms;
    frames += 1;
    at += frame.bytes;
  }
  return frames > 0 ? ms : null;
}

/** ID3v2: ten bytes of head, their last four the length in seven bits each. */
function endOfTag(bytes: Buffer): number {
  if (bytes.toString('latin1', 0, 3) !== 'ID3' || bytes.length < 10) return 0;
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(6, 10);
  const hasFooter = ((bytes[5] ?? 0) & 0x10) !== 0;
  return 10 + ((a << 21) | (b << 14) | (c << 7) | d) + (hasFooter ? 10 : 0);
}

function frameAt(bytes: Buffer, at: number): Frame | null {
  const head = bytes.readUInt32BE(at);
  const version = (head >>> 19) & 3;
  const isLayer3 = ((head >>> 17) & 3) === 1;
  if (head >>> 21 !== 0x7ff || version === 1 || !isLayer3) return null;
  const isMpeg1 = version === 3;
  const kbits = bitrates[isMpeg1 ? 'mpeg1' : 'mpeg2'][(head >>> 12) & 15];
  const base = sampleRates[(head >>> 10) & 3];
  if (!kbits || !base) return null;
  const rate = isMpeg1 ? base : version === 2 ? base / 2 : base / 4;
  const samples = isMpeg1 ? 1152 : 576;
  const padding = (head >>> 9) & 1;
  const isMono = ((head >>> 6) & 3) === 3;
  const sideInfo = isMpeg1 ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  return {
    bytes: Math.floor((samples / 8) * ((kbits * 1000) / rate)) + padding,
    ms: (samples * 1000) / rate,
    tagAt: 4 + sideInfo,
  };
}

function isFactFrame(bytes: Buffer, at: number): boolean {
  return ['Xing', 'Info'].includes(bytes.toString('latin1', at, at + 4));
}
