# One image for both processes: `web` (the default) and `worker`. Migrations run as a step of their own.
FROM node:22-bookworm-slim AS build
WORKDIR /vouch
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production VOUCH_MODE=production
WORKDIR /vouch
COPY --from=build /vouch /vouch
# Clicks wait here while the database is away.
ENV DATA_DIR=/data
RUN mkdir /data && chown node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK CMD node -e "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "build/server/web.js"]
