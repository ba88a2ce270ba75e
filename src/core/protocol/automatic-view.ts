/** Whether images are checked as they are shown on the site that is in a tab, and what it takes to have that. */
export interface AutomaticView {
  readonly origin: string;
  /** `needs-access`: an administrator wants it, and the user has not allowed the site. */
  readonly state: 'on' | 'off' | 'needs-access';
  /** An administrator has decided. */
  readonly isManaged: boolean;
  /** Nothing is sent while nobody is signed in. */
  readonly isSignedOut: boolean;
  /** What the browser is asked for in one prompt: the site, and the hosts of the images that the page says it shows. */
  readonly origins: readonly string[];
}
