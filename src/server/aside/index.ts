/** What takes long is answered aside, by threads of its own. */

export { type Aside, createAside } from './aside.ts';
