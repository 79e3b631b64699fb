import sharp from 'sharp';

const WIDTH = 960;
const HEIGHT = 640;

/** A photo of a cracked beam, as JPEG: fiction, too. */
export function crackedFrame(): Promise<Buffer> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) pixels.set(colourAt(x, y), (y * WIDTH + x) * 3);
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .blur(0.7)
    .jpeg({ quality: 82 })
    .toBuffer();
}

/** Linen above and below; between them a beam of oak, with a crack from its upper edge. */
function colourAt(x: number, y: number): readonly [number, number, number] {
  const beam = y > 190 && y < 470;
  const shade = 1 - Math.abs(y - 300) / 900;
  if (!beam) {
    const weave = ((x >> 2) + (y >> 2)) % 2 === 0 ? 8 : 0;
    return [190 * shade + weave, 182 * shade + weave, 168 * shade + weave];
  }
  const middle = 520 + 46 * Math.sin(y / 23) + 18 * Math.sin(y / 7);
  const width = Math.max(0, (470 - y) / 26);
  if (Math.abs(x - middle) < width) return [46, 32, 22];
  const splinter = Math.abs(x - middle) < width + 5 ? 38 : 0;
  const grain = 14 * Math.sin(y / 3 + 5 * Math.sin(x / 170)) + 7 * Math.sin(y / 1.3 + x / 400);
  return [172 * shade + grain + splinter, 128 * shade + grain + splinter, 82 * shade + grain + splinter];
}

/** A page with one line of text under the other, as PDF. */
export function page(lines: readonly string[]): Buffer {
  const text = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n');
  const drawn = `BT /F1 14 Tf 22 TL 72 760 Td\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(`${file}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`, 'latin1');
}
