/** What BuildKit says of a build, as far as it is read here. */
export interface BuildMetadata {
  readonly "containerimage.digest"?: string;
  readonly "buildx.build.provenance"?: {
    readonly materials?: readonly { readonly uri?: string; readonly digest?: { readonly sha256?: string } }[];
    readonly buildDefinition?: {
      readonly resolvedDependencies?: readonly {
        readonly uri?: string;
        readonly digest?: { readonly sha256?: string };
      }[];
    };
  };
}

/** What is kept of an image beside it. */
export interface ImageRecord {
  /** The reference that a deployment names: registry, repository and digest. */
  readonly image: string;
  readonly tag: string;
  readonly digest: string;
  /** The images that it was built from, with their digests. */
  readonly builtFrom: readonly string[];
  readonly commit: string;
  readonly sbomSha256: string;
}

/**
 * The record of a build.
 * @throws Error if the build has no digest
 */
export function imageRecord(build: {
  readonly tag: string;
  readonly metadata: BuildMetadata;
  readonly commit: string;
  readonly sbomSha256: string;
}): ImageRecord {
  const { tag, metadata, commit, sbomSha256 } = build;
  const digest = metadata["containerimage.digest"];
  if (digest === undefined || !/^sha256:[0-9a-f]{64}$/.test(digest))
    throw new Error("the build's metadata has no containerimage.digest; is it BuildKit's?");
  const provenance = metadata["buildx.build.provenance"];
  const materials = provenance?.buildDefinition?.resolvedDependencies ?? provenance?.materials ?? [];
  const builtFrom = materials.flatMap(({ uri, digest: of }) =>
    uri?.startsWith("pkg:docker/") && of?.sha256 !== undefined
      ? [`${uri.slice("pkg:docker/".length)}@sha256:${of.sha256}`]
      : [],
  );
  return {
    image: `${repositoryOf(tag)}@${digest}`,
    tag,
    digest,
    builtFrom: [...new Set(builtFrom)].sort(),
    commit,
    sbomSha256,
  };
}

/** A tag's repository: what is before the last colon, if that is not a port. */
function repositoryOf(tag: string): string {
  return /^(.*?)(?::[^/:]+)?$/.exec(tag)?.[1] ?? tag;
}
