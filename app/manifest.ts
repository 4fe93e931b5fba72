import type { MetadataRoute } from "next";

/** What an installed copy is called and looks like. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "SLE classification criteria",
    short_name: "SLE criteria",
    description:
      "Applies the published classification criteria for systemic lupus erythematosus. It does not diagnose.",
    start_url: "/",
    display: "standalone",
    background_color: "#faf7f1",
    theme_color: "#faf7f1",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
