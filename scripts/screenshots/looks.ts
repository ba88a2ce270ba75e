/** How a screenshot is taken. */
export interface Looks {
  readonly isDark: boolean;
  /** Of the window, in CSS pixels. */
  readonly width: number;
  /** Pixels of the screen a CSS pixel. */
  readonly scale: 1 | 2;
}
