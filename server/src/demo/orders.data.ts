import type { FulfilmentStatus, PaymentStatus } from '@candour/shared/orders.js';

export interface DemoOrder {
  /** Id of the customer in the shop. */
  readonly customer: string;
  readonly number: string;
  /** Days before the first start. */
  readonly placed: number;
  readonly delivered?: number;
  readonly payment: PaymentStatus;
  readonly fulfilment: FulfilmentStatus;
  /** Minor units of the customer's currency. */
  readonly shipping?: number;
  readonly note?: string;
  readonly lines: readonly (readonly [sku: string, title: string, quantity: number, unitPrice: number])[];
}

const done = { payment: 'paid', fulfilment: 'delivered' } as const;

export const demoOrders: readonly DemoOrder[] = [
  // 1. Concealed damage, on day 3 of the 5 that the carrier allows.
  {
    ...done,
    ...{ customer: 'ottoline', number: 'KW-1001', placed: 17, delivered: 3, note: 'Freight. Call before delivery.' },
    lines: [['SOF-3S-OAT', 'Sofa bed "Marlow", three seats, oat', 1, 189_900]],
  },
  {
    ...done,
    ...{ customer: 'ottoline', number: 'KW-1002', placed: 190, delivered: 183, shipping: 900 },
    lines: [['CSH-45-RST', 'Cushion 45 x 45, rust', 4, 2_450]],
  },
  // 2. A refund under way.
  {
    ...{ customer: 'konrad', number: 'KW-2001', placed: 52, delivered: 44, shipping: 4_900 },
    ...{ payment: 'partially_refunded', fulfilment: 'delivered' },
    lines: [
      ['BNK-L-OAK', 'Eckbank "Stube", Eiche', 1, 64_900],
      ['TSC-120-OAK', 'Tisch "Stube", 120 cm, Eiche', 1, 34_900],
    ],
  },
  // 3. Withdrawal, the mattress unsealed.
  {
    ...done,
    ...{ customer: 'amelie', number: 'KW-3001', placed: 13, delivered: 6 },
    lines: [['MAT-140-MED', 'Matelas « Nuage », 140 x 200, medium', 1, 59_900]],
  },
  {
    ...{ customer: 'amelie', number: 'KW-3002', placed: 2, payment: 'paid', fulfilment: 'unfulfilled' },
    lines: [['TAB-HET-45', 'Tabouret « Clairière », hêtre', 2, 7_900]],
  },
  {
    ...done,
    ...{ customer: 'rocio', number: 'KW-4001', placed: 30, delivered: 21, shipping: 1_500 },
    lines: [['MES-NOG-40', 'Mesilla «Siesta», nogal', 2, 12_900]],
  },
  {
    ...done,
    ...{ customer: 'duncan', number: 'KW-5001', placed: 41, delivered: 26, shipping: 6_500 },
    lines: [['WAR-2D-WHT', 'Wardrobe "Alder", two doors, white', 1, 74_900]],
  },
  {
    ...{ customer: 'elise', number: 'KW-6001', placed: 9, payment: 'paid', fulfilment: 'fulfilled', shipping: 3_500 },
    lines: [['COM-6T-ERB', 'Commode « Érable », six tiroirs', 1, 45_900]],
  },
  // 7. Charged twice.
  {
    ...done,
    ...{ customer: 'matilda', number: 'KW-7001', placed: 8, delivered: 2 },
    lines: [['DAY-90-LIN', 'Daybed "Billabong", linen', 1, 89_900]],
  },
  {
    ...{ customer: 'matilda', number: 'KW-7002', placed: 7.99, payment: 'voided', fulfilment: 'canceled' },
    lines: [['DAY-90-LIN', 'Daybed "Billabong", linen', 1, 89_900]],
  },
  // 8. A part is missing.
  {
    ...{ customer: 'tane', number: 'KW-8001', placed: 20, payment: 'paid', fulfilment: 'partially_fulfilled' },
    lines: [
      ['REC-MAN-GRN', 'Recliner "Kauri", manual, green', 1, 119_900],
      ['REC-FOOT-KIT', 'Footrest kit', 1, 0],
    ],
  },
  {
    ...done,
    ...{ customer: 'pepper', number: 'KW-9001', placed: 12, delivered: 7, shipping: 900 },
    lines: [['FST-VEL-TEA', 'Footstool "Tuffet", velvet, teal', 1, 5_900]],
  },
  {
    ...done,
    ...{ customer: 'bruno', number: 'KW-1101', placed: 75, delivered: 66, shipping: 490 },
    lines: [['BST-RND-SCH', 'Beistelltisch "Kiesel", rund, schwarz', 1, 8_900]],
  },
];
