import { Api, type ApiAnswer, type ApiCall } from '@parley/testing';

/** REST as somebody whose answers are looked at for what they should not hold. */
export class WatchedApi extends Api {
  constructor(
    origin: string,
    token: string,
    private readonly onBody: (body: string, call: string) => void,
  ) {
    super(origin, token);
  }

  override async call<T = unknown>(method: string, path: string, call: ApiCall = {}): Promise<ApiAnswer<T>> {
    const answer = await super.call<T>(method, path, call);
    this.onBody(JSON.stringify(answer.body), `${method} ${path}`);
    return answer;
  }
}
