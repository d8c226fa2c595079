// The bare address is no call, but its answer is JSON too.
export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from "./[...path]/route";
