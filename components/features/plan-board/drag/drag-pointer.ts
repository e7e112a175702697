/**
 * Where the pointer is during a drag. Kept outside React: it changes with every frame, and only a card's position and
 * the list's scrolling follow it.
 */
export class DragPointer {
  x = 0;
  y = 0;
  private readonly listeners = new Set<() => void>();

  moveTo(x: number, y: number): void {
    this.x = x;
    this.y = y;
    for (const listener of this.listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
