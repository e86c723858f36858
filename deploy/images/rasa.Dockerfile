# Rasa with our channel, and the model, trained here from the same files that the image holds.
# docker build -f deploy/images/rasa.Dockerfile .
FROM python:3.10-slim-bookworm AS environment
ENV UV_PROJECT_ENVIRONMENT=/venv UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 UV_PYTHON_DOWNLOADS=never
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /build
COPY pyproject.toml uv.lock ./
RUN uv sync --locked --no-cache --no-default-groups --group rasa

FROM python:3.10-slim-bookworm AS training
COPY --from=environment /venv /venv
ENV PATH=/venv/bin:$PATH RASA_TELEMETRY_ENABLED=false TF_CPP_MIN_LOG_LEVEL=3
WORKDIR /companion
COPY config.yml domain.yml credentials.yml endpoints.yml ./
COPY environment environment
COPY knowledge knowledge
COPY safety safety
COPY dialogue dialogue
COPY nlu nlu
RUN python -W ignore -m nlu.train

FROM python:3.10-slim-bookworm
RUN groupadd --gid 10001 companion \
    && useradd --uid 10001 --gid companion --no-create-home --home-dir /tmp companion \
    && install -d -o companion -g companion /data /data/exports
COPY --from=environment /venv /venv
WORKDIR /companion
COPY credentials.yml ./
COPY deploy/rasa deploy/rasa
COPY environment environment
COPY knowledge knowledge
COPY safety safety
COPY dialogue dialogue
COPY nlu nlu
COPY migrations migrations
COPY conversations conversations
COPY rasa_channel rasa_channel
COPY scripts/__init__.py scripts/healthy.py scripts/
RUN python -m compileall -q .
COPY --from=training /companion/models/companion.tar.gz models/
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 HOME=/tmp MPLCONFIGDIR=/tmp DATA_FOLDER=/data \
    RASA_TELEMETRY_ENABLED=false SQLALCHEMY_SILENCE_UBER_WARNING=1 TF_CPP_MIN_LOG_LEVEL=3 LOG_LEVEL=INFO
USER 10001:10001
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s CMD ["python", "-m", "scripts.healthy", "rasa"]
CMD ["python", "-W", "ignore", "-m", "rasa_channel", "run", "-m", "models/companion.tar.gz", \
    "--endpoints", "deploy/rasa/endpoints.yml", "--credentials", "credentials.yml", "-p", "5005"]
