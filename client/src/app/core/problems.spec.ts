import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { refusals, type RefusalCode } from '@candour/shared/errors.js';
import { languages } from '@candour/shared/words.js';
import { ProblemWords, Troubled, passes, troubleOf } from './problems';
import { Words } from './words';
import { provideTestWords } from './words.testing';

const problem = (code: RefusalCode) => ({ type: 'about:blank', title: code, status: refusals[code], code });
const answer = (status: number, error: unknown) => new HttpErrorResponse({ status, error, url: '/api/orders' });

describe('The trouble of a request', () => {
  it('is the code the server gave', () => {
    expect(troubleOf(answer(409, problem('conversation-taken'))).code).toBe('conversation-taken');
  });

  it('is read from a text answer too', () => {
    expect(troubleOf(answer(422, JSON.stringify(problem('code-wrong')))).code).toBe('code-wrong');
  });

  it('is "offline" where no answer came, and passes', () => {
    const trouble = troubleOf(answer(0, new ProgressEvent('error')));
    expect(trouble.code).toBe('offline');
    expect(passes(trouble)).toBeTrue();
  });

  it('is "unavailable" where something before the desk answered', () => {
    expect(troubleOf(answer(502, '<html>Bad gateway</html>')).code).toBe('unavailable');
  });

  it('stays what it was when thrown on', () => {
    expect(troubleOf(new Troubled({ code: 'no-address' })).code).toBe('no-address');
  });

  it('is "bad-answer" where a contract does not fit', () => {
    expect(troubleOf(new Error('parse')).code).toBe('bad-answer');
  });
});

describe('The words of a problem', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideTestWords()] }));

  it('exist for every refusal in every language, and differ between languages', async () => {
    const words = TestBed.inject(Words);
    const problems = TestBed.inject(ProblemWords);
    for (const code of Object.keys(refusals) as RefusalCode[]) {
      const said = new Set<string>();
      for (const language of languages) {
        await words.use(language);
        const sentence = problems.sentence({ code });
        expect(sentence).not.toContain(`problem.${code}`);
        said.add(sentence);
      }
      expect(said.size).withContext(code).toBe(4);
    }
  });

  it('say how long to wait where the server says so', async () => {
    await TestBed.inject(Words).use('en');
    const sentence = TestBed.inject(ProblemWords).sentence({ code: 'too-many-requests', facts: { retryAfter: 30 } });
    expect(sentence).toContain('30 seconds');
  });
});
