import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import { apiPrefix, type RestRoute, type RouteAnswer, type RouteInput } from '@parley/contracts';
import { callOf, type CallOf } from './call';
import { checkInput } from './check-input';
import type { JsonLines } from './json-lines';

/** Where a handler's route is kept, for the guard. */
export const ROUTE = Symbol('route');

/** The answer of a route that has several statuses: which one, and its body. */
export type Answered<R extends RestRoute> = {
  [S in keyof R['answers'] & number]: Answer<S, RouteAnswer<{ answers: Pick<R['answers'], S> } & RestRoute>>;
}[keyof R['answers'] & number];

export class Answer<S extends number = number, B = unknown> {
  constructor(
    readonly status: S,
    readonly body: B,
  ) {}
}

type IsUnion<T, All = T> = T extends unknown ? ([All] extends [T] ? false : true) : never;
type ItemOf<List> = List extends readonly (infer Item)[] ? Item : never;
type Result<R extends RestRoute> = R extends { readonly jsonLines: true }
  ? JsonLines<ItemOf<RouteAnswer<R>>>
  : IsUnion<keyof R['answers'] & number> extends true
    ? Answered<R>
    : RouteAnswer<R>;

/** What answers a route: checked input in, the contract's answer out. */
export type RouteHandler<R extends RestRoute> = (
  input: RouteInput<R>,
  call: CallOf<R['access']>,
) => Result<R> | Promise<Result<R>>;

/** The routes that a class answers, by its prototype. */
const routesByPrototype = new WeakMap<object, RestRoute[]>();

/**
 * Makes a controller's method the handler of a route of the contracts: its method and path, its status, who may call it, and what goes in.
 * A method whose types do not fit the contract does not compile.
 */
export function Route<R extends RestRoute>(route: R) {
  return <H extends RouteHandler<R>>(
    prototype: object,
    name: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    routesByPrototype.set(prototype, [...(routesByPrototype.get(prototype) ?? []), route]);
    createParamDecorator((_, context) => checkInput(route, context.switchToHttp().getRequest()))()(prototype, name, 0);
    createParamDecorator((_, context) => {
      const http = context.switchToHttp();
      return callOf(http.getRequest(), http.getResponse());
    })()(prototype, name, 1);
    const [status = 200] = Object.keys(route.answers).map(Number);
    applyDecorators(
      RequestMapping({ path: pathOf(route), method: RequestMethod[route.method] }),
      HttpCode(status),
      SetMetadata(ROUTE, route),
    )(prototype, name, descriptor);
  };
}

/** `/users/{id}` → `/api/v1/users/:id` */
function pathOf({ path }: RestRoute): string {
  return apiPrefix + path.replaceAll(/\{(\w+)\}/g, ':$1');
}

/** The routes that these controllers answer; one that is answered twice is there twice. */
export function routesOf(...controllers: readonly { readonly prototype: object }[]): RestRoute[] {
  return controllers.flatMap(({ prototype }) => routesByPrototype.get(prototype) ?? []);
}
