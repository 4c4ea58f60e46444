import type { RegisterPackageRequest } from "@pulumi/pulumi/proto/resource_pb";
import { uuidOf } from "../deploy/identifier";
import type { ProviderRequest } from "./default-providers";

/** The packages that a program registered by reference, as SDKs of parameterized providers do. */
export class Packages {
  private readonly requests = new Map<string, ProviderRequest>();

  /** `installedVersion` says what a package's version is where nobody asks for one. */
  constructor(private readonly installedVersion: (packageName: string) => string) {}

  /** The reference of a package; equal packages have one. */
  register(request: RegisterPackageRequest): string {
    const parameterization = request.getParameterization();
    const described: ProviderRequest = {
      packageName: parameterization?.getName() ?? request.getName(),
      version: parameterization?.getVersion() ?? request.getVersion(),
      pluginDownloadUrl: request.getDownloadUrl(),
      ...(parameterization
        ? {
            base: {
              name: request.getName(),
              version: request.getVersion(),
              parameterization: Buffer.from(parameterization.getValue_asU8()).toString("base64"),
            },
          }
        : {}),
    };
    if (described.packageName === "") throw new Error("package name is empty");
    const reference = uuidOf(JSON.stringify([described, request.getName(), request.getVersion()]));
    this.requests.set(reference, described);
    return reference;
  }

  /** What a resource or function asks for: its registered package, else the package of its type. */
  request(reference: string, packageName: string, version: string, pluginDownloadUrl: string): ProviderRequest {
    if (reference === "")
      return {
        packageName,
        version: version || this.version(packageName),
        pluginDownloadUrl: pluginDownloadUrl.replace(/\/$/, ""),
      };
    const known = this.requests.get(reference);
    if (!known) throw new Error(`unknown provider package '${reference}'`);
    return known;
  }

  /** The version of a package that nobody asked for by version. The engine's own package has none. */
  version(packageName: string): string {
    return packageName === "pulumi" ? "" : this.installedVersion(packageName);
  }
}
