/** Black or white, whichever is read better on a colour `#rrggbb` (WCAG relative luminance). */
export function inkOn(hex: string): string {
  const light = (at: number): number => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * light(1) + 0.7152 * light(3) + 0.0722 * light(5) > 0.179 ? '#111' : '#fff';
}
