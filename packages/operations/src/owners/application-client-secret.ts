import { KeyCheck, type Slot } from "../ports";
import { askEntra } from "./entra-token";
import { Graph } from "./graph";
import type { MakeOwner } from "./owner-parts";
import { twoSlotOwner } from "./two-slot-owner";

/** Graph shows so many characters of a client secret. */
const HINT_LENGTH = 3;

/**
 * Client secrets of an Entra application: two by name are the two slots. Graph shows a secret once, so what a slot holds
 * is known by its hint and by Entra accepting it. A crash between making one and publishing it costs another one.
 */
export const makeOwner: MakeOwner = (parts) => {
  const graph = new Graph(parts);
  const made = new Map<Slot, string>();
  const named = async (slot: Slot) =>
    (await graph.application()).passwordCredentials.filter(({ displayName }) => displayName === slot);
  const clear = async (slot: Slot) => {
    for (const { keyId } of await named(slot)) await graph.removePassword(keyId);
    made.delete(slot);
  };
  const check = (secret: string) => askEntra(parts, graph, () => ({ client_secret: secret }));
  return twoSlotOwner(parts, {
    keys: async () => Object.fromEntries(made),
    holds: async (slot, key) => {
      const known = made.get(slot);
      if (known !== undefined) return known === key.reveal();
      const hints = (await named(slot)).map(({ hint }) => hint);
      return hints.includes(key.reveal().slice(0, HINT_LENGTH)) && (await check(key.reveal())) === KeyCheck.Works;
    },
    regenerate: async (slot) => {
      await clear(slot);
      const { secretText } = await graph.addPassword(slot);
      if (secretText !== undefined) made.set(slot, secretText);
    },
    clear,
    check: (key) => check(key.reveal()),
  });
};
