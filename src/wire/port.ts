/**
 * Two ends that hand each other messages: a MessagePort, a WebSocket, a child process. Whoever makes one says how
 * its messages travel; the wire only needs that they arrive whole, once and in order.
 */
export interface Port {
  post(message: unknown): void
  /** One listener; it is set before the first message can come. */
  onMessage(listener: (message: unknown) => void): void
  onClose(listener: () => void): void
  close(): void
}
