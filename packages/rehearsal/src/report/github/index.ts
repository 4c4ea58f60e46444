export { githubAnnotations } from "./annotations";
