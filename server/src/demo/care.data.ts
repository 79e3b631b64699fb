import type { Score } from '@candour/shared/surveys.js';
import type { Language } from '@candour/shared/words.js';

/** What customers of the demonstration add to their score. */
export const praise: Readonly<Record<Language, Partial<Record<Score, string>>>> = {
  en: {
    5: 'Quick and kind. I knew at every moment what would happen next.',
    4: 'Good answer, a little wait.',
    3: 'In the end it was solved, but I had to explain it twice.',
    2: 'Nobody could tell me the day of delivery.',
  },
  de: {
    5: 'Schnell und freundlich. Ich wusste jederzeit, wie es weitergeht.',
    4: 'Gute Antwort, etwas Wartezeit.',
    3: 'Am Ende gelöst, aber ich musste es zweimal erklären.',
    2: 'Niemand konnte mir den Liefertag nennen.',
  },
  fr: {
    5: 'Rapide et aimable. Je savais à tout moment ce qui allait se passer.',
    4: 'Bonne réponse, un peu d’attente.',
    3: 'Résolu à la fin, mais j’ai dû expliquer deux fois.',
    2: 'Personne n’a pu me dire le jour de livraison.',
  },
  es: {
    5: 'Rápido y amable. En todo momento supe qué pasaría después.',
    4: 'Buena respuesta, con algo de espera.',
    3: 'Al final se resolvió, pero tuve que explicarlo dos veces.',
    2: 'Nadie pudo decirme el día de entrega.',
  },
};
