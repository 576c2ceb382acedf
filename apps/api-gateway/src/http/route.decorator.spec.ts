import { rest, type RestRoute, type RouteInput } from '@parley/contracts';
import { apiControllers } from '../api.module';
import type { Call, MemberCall } from './call';
import { Answer, Route, routesOf } from './route.decorator';

it('every route of the contracts is answered, exactly once', () => {
  const name = ({ method, path }: RestRoute): string => `${method} ${path}`;
  const contract = Object.values(rest).flatMap((area) => Object.values<RestRoute>(area));
  expect(
    routesOf(...apiControllers)
      .map(name)
      .sort(),
  ).toEqual(contract.map(name).sort());
});

describe('a handler that does not fit its route does not compile', () => {
  const { create } = rest.chatrooms;

  it('by its input, its answer, its status, or what it takes for granted of the caller', () => {
    class Misfits {
      // @ts-expect-error the route has no parameter of that name
      @Route(rest.users.profile)
      async params(_: { params: { userId: string } }) {
        return Promise.reject(new Error('not called'));
      }

      // @ts-expect-error the answer is a profile
      @Route(rest.users.me)
      async answer() {
        return { name: 'A' };
      }

      // @ts-expect-error 204 has no body
      @Route(rest.auth.logout)
      async noContent() {
        return { ok: true };
      }

      // @ts-expect-error several statuses: the handler has to say which
      @Route(create)
      async status(_: RouteInput<typeof create>, __: MemberCall): Promise<{ id: string }> {
        return { id: '' };
      }

      // @ts-expect-error nobody is signed in here
      @Route(rest.auth.login)
      async login(_: unknown, __: MemberCall) {
        return Promise.reject(new Error('not called'));
      }

      @Route(rest.auth.logout)
      async fits(_: unknown, __: Call) {
        return null;
      }
    }
    expect(routesOf(Misfits)).toHaveLength(6);
    expect(new Answer(201, null)).toEqual({ status: 201, body: null });
  });
});
