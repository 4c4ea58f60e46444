import { objectOf, textOf } from "../values";
import { stableHex } from "../world";
import type { LocalType, LocalTypes } from "./local-type";

/** A container image: nothing is built or pushed; its digest follows from its inputs. */
const image: LocalType = {
  immutable: [],
  made: ["repoDigest", "baseImageName", "registryServer"],
  sensitive: ["registry.password"],
  make: async (inputs) => {
    const imageName = textOf(inputs.imageName) ?? "";
    const [repository = imageName] = imageName.split(/:(?!.*\/)/);
    return {
      id: imageName,
      outputs: {
        baseImageName: imageName,
        registryServer: textOf(objectOf(inputs.registry).server) ?? repository.split("/")[0] ?? "",
        repoDigest: `${repository}@${digestOf(inputs)}`,
      },
    };
  },
};

/** An image of the docker-build package. */
const build: LocalType = {
  immutable: [],
  made: ["digest", "ref", "contextHash"],
  make: async (inputs) => {
    const tags = Array.isArray(inputs.tags) ? inputs.tags : [];
    const digest = digestOf(inputs);
    const tag = textOf(tags[0]) ?? "image";
    return { id: digest, outputs: { digest, ref: `${tag}@${digest}`, contextHash: digest.slice(7, 39) } };
  },
};

function digestOf(inputs: object): string {
  return `sha256:${stableHex(JSON.stringify(inputs))}`;
}

/** The docker package. */
export const dockerTypes: LocalTypes = {
  resources: {
    "docker:index/image:Image": image,
    "docker:image:Image": image,
    "docker:index/remoteImage:RemoteImage": {
      immutable: [],
      made: ["imageId", "repoDigest"],
      make: async (inputs) => {
        const name = textOf(inputs.name) ?? "";
        return {
          id: digestOf(inputs) + name,
          outputs: { imageId: digestOf(inputs), repoDigest: `${name}@${digestOf(inputs)}` },
        };
      },
    },
    "docker:index/registryImage:RegistryImage": {
      immutable: ["name"],
      made: ["sha256Digest"],
      make: async (inputs) => ({ id: digestOf(inputs), outputs: { sha256Digest: digestOf(inputs) } }),
    },
  },
  functions: {
    "docker:index/getRegistryImage:getRegistryImage": (args) => ({
      ...args,
      id: digestOf(args),
      sha256Digest: digestOf(args),
    }),
  },
};

/** The docker-build package. */
export const dockerBuildTypes: LocalTypes = {
  resources: { "docker-build:index:Image": build, "docker-build:index:Index": build },
  functions: {},
};
