import type { JSX } from 'preact';
import { logFault } from '../log.ts';
import type { ClaimsView } from '../protocol/panel-view.ts';
import { Facts, Lines } from './facts.tsx';

/** Device pixels of a picture: twice its size. */
const [WIDTH, HEIGHT] = [96, 72];

/** What Content Credentials say; folded away, under `title`, where they do not hold. */
export function Claims({ title, ...said }: ClaimsView): JSX.Element {
  if (!title) return <Said {...said} />;
  return (
    <details>
      <summary>{title}</summary>
      <Said {...said} />
    </details>
  );
}

function Said({ chain, lines, facts }: Omit<ClaimsView, 'title'>): JSX.Element {
  return (
    <>
      <ol class="chain">
        {chain.map(({ words, lines: more, picture }) => (
          <li key={words}>
            {picture && (
              // No address, and so no rule of a page's about that (CSP).
              <span aria-hidden="true">
                <canvas width={WIDTH} height={HEIGHT} ref={(canvas) => void draw(canvas, picture).catch(logFault)} />
              </span>
            )}
            <div>
              <bdi>{words}</bdi>
              {more.map((line) => (
                <p key={line} class="quiet">
                  {line}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ol>
      <Lines lines={lines} />
      <Facts facts={facts} />
    </>
  );
}

/** Whole, in the middle. */
async function draw(canvas: HTMLCanvasElement | null, picture: Blob): Promise<void> {
  const context = canvas?.getContext('2d');
  if (!context) return;
  const image = await createImageBitmap(picture);
  const scale = Math.min(WIDTH / image.width, HEIGHT / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  context.clearRect(0, 0, WIDTH, HEIGHT);
  context.drawImage(image, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
  image.close();
}
