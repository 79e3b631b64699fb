import { Controller, Get, Module, type INestApplication } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import request from 'supertest';
import * as z from 'zod';
import { ProblemFilter } from '../errors/problem.filter.js';
import { AnswerInterceptor, Answers } from './answers.js';

const Person = z.object({ name: z.string(), skills: z.array(z.object({ topic: z.string() })) });
const stored = { name: 'Ottoline', passwordHash: 'x', skills: [{ topic: 'orders', keyId: 'k' }] };

@Controller()
class People {
  @Get('one')
  @Answers(Person)
  one(): Promise<typeof stored> {
    return Promise.resolve(stored);
  }
  @Get('many')
  @Answers(z.array(Person), 202)
  many(): (typeof stored)[] {
    return [stored];
  }
  @Get('none')
  @Answers(null)
  none(): typeof stored {
    return stored;
  }
  @Get('broken')
  @Answers(Person)
  broken(): object {
    return { name: 7, secret: 'the value' };
  }
}

@Module({
  controllers: [People],
  providers: [
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
class PeopleModule {}

describe('An answer', () => {
  let app: INestApplication;
  beforeAll(async () => {
    app = await NestFactory.create(PeopleModule, { logger: false });
    await app.init();
  });
  afterAll(() => app.close());

  const get = (path: string) => request(app.getHttpServer() as never).get(path);
  const seen = { name: 'Ottoline', skills: [{ topic: 'orders' }] };

  it('leaves with the columns of its contract alone, however deep', async () => {
    expect((await get('/one')).body).toEqual(seen);
    const many = await get('/many');
    expect([many.status, many.body]).toEqual([202, [seen]]);
  });

  it('without a contract for content has none', async () => {
    const none = await get('/none');
    expect([none.status, none.text]).toEqual([204, '']);
  });

  it('that breaks its contract does not leave', async () => {
    const broken = await get('/broken');
    expect([broken.status, (broken.body as { code: string }).code]).toEqual([500, 'internal']);
    expect(broken.text).not.toContain('the value');
  });
});
