import { Node } from 'linkedom'

/**
 * Nodes of a page's tree that nobody can listen to. linkedom keeps a table of listeners beside every node, words included: more
 * memory than the tree itself, and most of the time that a large page takes goes into clearing it. Casebook runs no script and
 * listens to nothing.
 */
export function leaveOutListeners(): void {
  // The class that `Node` is in front of: the one whose constructor calls for the listeners.
  const { constructor } = Node.prototype
  if (Object.getPrototypeOf(constructor) === Object) return
  // `super()` looks its class up when it is called; what nodes can do they have from their prototypes, which stay.
  Object.setPrototypeOf(constructor, Object)
}
