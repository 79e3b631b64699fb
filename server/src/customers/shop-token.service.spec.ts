import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MINUTE } from '@candour/shared/instant.js';
import { SystemClock } from '../core/clock.js';
import { TestClock } from '../core/clock.testing.js';
import { eachEngine, type OpenDatabase } from '../core/testing/engines.js';
import { mainStore } from '../stores.js';
import { ShopTokenUsed } from './shop-token.entity.js';
import { ShopTokensService } from './shop-token.service.js';

const SECRET = 'a-secret-of-the-shop-that-nobody-guesses-01';
const NEXT = 'a-secret-of-the-shop-that-nobody-guesses-02';
const ottoline = { sub: 'customer-1', email: 'ottoline@example.com', name: 'Ottoline Sofabed' };

async function bench(open: OpenDatabase) {
  const clock = new TestClock();
  const database = await open(mainStore);
  const with_ = (...secrets: string[]): ShopTokensService => new ShopTokensService(database, clock, secrets);
  return { clock, database, with: with_, tokens: with_(SECRET) };
}

eachEngine('the tokens of a shop', (open) => {
  it('say who the customer is', async () => {
    const { tokens } = await bench(open);
    expect(await tokens.accept(tokens.make(ottoline))).toEqual(jasmine.objectContaining(ottoline));
  });

  it('are believed once, also when presented twenty times at the same moment', async () => {
    const { tokens } = await bench(open);
    const token = tokens.make(ottoline);
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => tokens.accept(token)));
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
    expect(refused).toEqual(Array.from({ length: 19 }, () => 'token-replayed'));
    await expectAsync(tokens.accept(token)).toBeRejectedWith(jasmine.objectContaining({ code: 'token-replayed' }));
  });

  it('end, and are then forgotten', async () => {
    const { tokens, clock, database } = await bench(open);
    const used = tokens.make(ottoline);
    await tokens.accept(used);
    clock.advance(11 * MINUTE);
    await expectAsync(tokens.accept(used)).toBeRejectedWith(jasmine.objectContaining({ code: 'token-expired' }));
    await tokens.accept(tokens.make(ottoline));
    expect(await database.read((em) => em.count(ShopTokenUsed))).toBe(1);
  });

  it('of another secret, or changed after signing, are not believed', async () => {
    const { tokens, with: signedWith } = await bench(open);
    const [header, , signature] = tokens.make(ottoline).split('.');
    const other = tokens.make({ ...ottoline, email: 'konrad@example.com' }).split('.')[1];
    for (const token of [signedWith(NEXT).make(ottoline), `${header}.${other}.${signature}`, `${header}.${other}.`]) {
      await expectAsync(tokens.accept(token)).toBeRejectedWith(jasmine.objectContaining({ code: 'token-invalid' }));
    }
  });

  it('are made by the code that the documentation gives', async () => {
    const guide = readFileSync(fileURLToPath(new URL('../../../../docs/connect-a-shop.md', import.meta.url)), 'utf8');
    const code = /```js\n(import[^`]*candourToken[\s\S]*?)```/.exec(guide)?.[1] ?? '';
    const { candourToken } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      candourToken: (customer: object, secret: string) => string;
    };
    // The documented code reads the system's clock, so this bench runs under it.
    const now = new ShopTokensService((await bench(open)).database, new SystemClock(), [SECRET]);
    const claims = await now.accept(candourToken({ id: 'customer-1', ...ottoline }, SECRET));
    expect(claims).toEqual(jasmine.objectContaining(ottoline));
  });

  it('of the old secret are believed while a new one is brought in', async () => {
    const { tokens, with: knowing } = await bench(open);
    const old = tokens.make(ottoline);
    const both = knowing(NEXT, SECRET);
    await both.accept(old);
    await expectAsync(knowing(NEXT).accept(both.make(ottoline))).toBeResolved();
  });
});
