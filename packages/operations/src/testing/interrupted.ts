/** When a call is interrupted. `after` means that it has had its effect and the caller does not hear of it. */
export const Interruption = { Before: "before", After: "after" } as const;
export type Interruption = (typeof Interruption)[keyof typeof Interruption];

/** Asked at both moments of every call; what it throws is what the caller gets: a crash, a throttled call. */
export type Interrupts = (call: string, moment: Interruption) => void | Promise<void>;

/** A port of which every asynchronous call can be interrupted. Calls are named `<port>.<method>`. */
export function interrupted<T extends object>(name: string, port: T, interrupts: Interrupts): T {
  return new Proxy(port, {
    get: (target, property, receiver) => {
      const member: unknown = Reflect.get(target, property, receiver);
      if (typeof member !== "function" || typeof property !== "string") return member;
      return (...given: unknown[]) => {
        const call = `${name}.${property}`;
        const run = () => Reflect.apply(member, target, given) as unknown;
        if (isGenerator(member)) return interruptedRows(call, run as () => AsyncIterable<unknown>, interrupts);
        return interruptedCall(call, run, interrupts);
      };
    },
  });
}

function isGenerator(member: object): boolean {
  return member.constructor.name === "AsyncGeneratorFunction";
}

async function interruptedCall(call: string, run: () => unknown, interrupts: Interrupts): Promise<unknown> {
  await interrupts(call, Interruption.Before);
  const result = await run();
  await interrupts(call, Interruption.After);
  return result;
}

async function* interruptedRows(
  call: string,
  run: () => AsyncIterable<unknown>,
  interrupts: Interrupts,
): AsyncIterable<unknown> {
  await interrupts(call, Interruption.Before);
  for await (const row of run()) {
    yield row;
    await interrupts(call, Interruption.After);
  }
}
