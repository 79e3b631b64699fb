import { RequestMethod, type INestApplication, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ACCESS, OPEN, type Declared } from '../src/core/access/access.js';
import { ANSWERS, type AnswerContract } from '../src/core/http/answers.js';

export interface Route {
  /** `GET /api/staff/:id` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly access: Declared | undefined;
  readonly open: string | undefined;
  /** undefined: not declared. */
  readonly answers: AnswerContract | undefined;
}

const joined = (...parts: string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;

/** Every handler of every controller. */
export function routesOf(app: INestApplication): Route[] {
  const scanner = new MetadataScanner();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const type = metatype as Type<object>;
    const prototype = type.prototype as Record<string, object>;
    return scanner.getAllMethodNames(prototype).flatMap((name): Route[] => {
      const handler = prototype[name]!;
      const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (verb === undefined) return [];
      const of = <T>(key: string): T | undefined =>
        (Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, type)) as T | undefined;
      const [prefix] = [Reflect.getMetadata(PATH_METADATA, type) as string].flat();
      const [path] = [Reflect.getMetadata(PATH_METADATA, handler) as string].flat();
      const full = joined(prefix ?? '', path ?? '');
      const method = RequestMethod[verb];
      return [
        {
          name: `${method} ${full}`,
          method,
          path: full,
          access: of<Declared>(ACCESS),
          open: of<string>(OPEN),
          answers: Reflect.getMetadata(ANSWERS, handler) as AnswerContract | undefined,
        },
      ];
    });
  });
}

interface Layer {
  readonly route?: { readonly path: string | string[]; readonly stack: readonly { readonly method?: string }[] };
}

/** What the running router really answers, whoever put it there. */
export function runningRoutes(app: INestApplication): string[] {
  const { router } = app.getHttpAdapter().getInstance() as { router: { stack: readonly Layer[] } };
  const names = router.stack.flatMap(({ route }) =>
    route
      ? [route.path].flat().flatMap((path) => route.stack.map(({ method }) => `${method?.toUpperCase()} ${path}`))
      : [],
  );
  return [...new Set(names)];
}
