import type { ServiceError } from "@grpc/grpc-js";

/** Awaits a unary call of a generated client: `unary((done) => client.check(request, done))`. */
export function unary<Response>(
  call: (done: (error: ServiceError | null, response: Response) => void) => unknown,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    call((error, response) => (error ? reject(error) : resolve(response)));
  });
}
