export { opaqueResource } from "./opaque-resource";
export { previewApi } from "./preview-api";
export { previewFeature } from "./preview-feature";
export { previewModel } from "./preview-model";
export { previewService } from "./preview-service";
