// Intersection Observer, version 2 (w3c.github.io/IntersectionObserver): Chromium alone has it.

interface IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

interface IntersectionObserverInit {
  trackVisibility?: boolean;
  /** Milliseconds. */
  delay?: number;
}
