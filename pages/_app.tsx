import "../app/globals.css";
import type { AppProps } from "next/app";
import localFont from "next/font/local";

const typeface = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--typeface",
});

export default function App({ Component, pageProps }: AppProps) {
  return (
    <div className={typeface.variable}>
      <Component {...pageProps} />
    </div>
  );
}
