/** Furniture in a few strokes: nothing is fetched, nothing is photographed. */
export const pictures = {
  sofa: 'M14 62v-22a8 8 0 018-8h56a8 8 0 018 8v22M8 60a8 8 0 0116 0v8h52v-8a8 8 0 0116 0v18H8zM16 78v8M84 78v8M50 40v28',
  lamp: 'M36 18h28l8 26H28zM50 44v40M34 86h32',
  table: 'M10 38h80v8H10zM20 46l-6 40M80 46l6 40M24 66h52',
  bed: 'M10 26v60M10 62h80v24M90 62V48a6 6 0 00-6-6H34M16 62V50a8 8 0 018-8h10v20',
} as const;
export type Product = keyof typeof pictures;

export function picture(product: Product): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 100 100');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', pictures[product]);
  svg.append(path);
  return svg;
}
