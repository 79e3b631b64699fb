import { dayFigures, localOf, momentOf, timeFigures } from './moments';

describe('A moment that is typed', () => {
  const now = new Date(2026, 10, 23, 18, 0).getTime();
  const at = new Date(2026, 10, 24, 9, 30).getTime();

  it('is read in the order of the language', () => {
    const written = [
      ['24.11.2026', 'de-DE'],
      ['24/11/2026', 'fr-FR'],
      ['24/11/26', 'es-ES'],
      ['24 11', 'en-GB'],
      ['11/24/2026', 'en-US'],
      ['2026-11-24', 'en-US'],
    ] as const;
    for (const [day, locale] of written)
      expect(momentOf(day, '9:30', locale, now))
        .withContext(locale)
        .toBe(at);
  });

  it('is read as it is written, in every language', () => {
    for (const locale of ['de-DE', 'en-GB', 'en-US', 'es-ES', 'fr-FR']) {
      const read = momentOf(dayFigures(at, locale), timeFigures(at, locale), locale, now);
      expect(read).withContext(locale).toBe(at);
    }
    expect(new Date(localOf(at)).getTime()).toBe(at);
  });

  it('has a time in the ways in which people write one', () => {
    for (const time of ['09:30', '9.30', '9h30', '930', '9:30 am']) {
      expect(momentOf('24.11.2026', time, 'de-DE', now))
        .withContext(time)
        .toBe(at);
    }
    expect(momentOf('24.11.2026', '9 pm', 'de-DE', now)).toBe(new Date(2026, 10, 24, 21).getTime());
  });

  it('is none where the day or the time is none', () => {
    const none = [
      ['31.11.2026', '9:30'],
      ['24.13.2026', '9:30'],
      ['24', '9:30'],
      ['', ''],
      ['24.11.2026', ''],
      ['24.11.2026', '24:00'],
      ['24.11.2026', '9:61'],
      ['24.11.2026', '13 pm'],
    ] as const;
    for (const [day, time] of none)
      expect(momentOf(day, time, 'de-DE', now))
        .withContext(`${day} ${time}`)
        .toBeUndefined();
  });
});
