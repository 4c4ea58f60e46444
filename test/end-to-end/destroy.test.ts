import { rehearseAgainst } from "../../packages/rehearsal/src/engine/rehearse-against";
import { serveProviders } from "../../packages/simulator/src/provider";
import { createWorld } from "../../packages/simulator/src/world";
import { root, stackNamed } from "./ringfence";

jest.setTimeout(600_000);

/**
 * The embedded engine does not destroy. This deletes what it deployed as Pulumi would, dependents first: what was
 * registered last goes first.
 */
test.each(["dev", "prod"])(
  "everything of %s can be deleted, dependents first, and nothing stays behind",
  async (stack) => {
    const world = createWorld();
    const servers: Awaited<ReturnType<typeof serveProviders>>[] = [];
    const providers = {
      async start() {
        const server = await serveProviders(world);
        servers.push(server);
        return server.address;
      },
      echoes: () => false,
    };
    try {
      const cloud = {
        providers,
        unmodelledTypes: () => new Set<string>(),
        assumptions: () => new Map<string, string>(),
      };
      const document = await rehearseAgainst(cloud, { directory: root, stacks: [stack], mode: "up", policyPacks: [] });
      const { refusals, resources } = stackNamed(document, stack);
      expect(refusals).toEqual([]);
      expect(world.resources().length).toBeGreaterThan(80);
      for (const { id, custom, read } of [...resources].reverse()) if (custom && !read && id) await world.remove(id);
      expect(world.resources().map(({ id }) => id)).toEqual([]);
    } finally {
      await Promise.all(servers.map((server) => server.close()));
    }
  },
);
