"""All settings. What differs between machines is read from the environment, once, here."""

from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from pcr_screener.languages import SOURCE, languages
from pcr_screener.local_key import local_secret_key
from pcr_screener.operator import load_operator


BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# Off: this machine only, over plain HTTP. On: the public, behind a proxy that ends TLS.
PCR_TLS = env.bool("PCR_TLS", default=False)
DEBUG = env.bool("DEBUG", default=False) and not PCR_TLS

# Who runs it: name, phone, responsible lawyer, texts, lawyers to call (docs/operator.toml).
OPERATOR = load_operator(Path(env.str("PCR_OPERATOR", default=str(BASE_DIR / "operator.toml"))))
PCR_IDLE_MINUTES = env.int("PCR_IDLE_MINUTES", default=30)
PCR_MAX_HOURS = env.int("PCR_MAX_HOURS", default=4)
PCR_PLACE_DAYS = env.int("PCR_PLACE_DAYS", default=7)
# Papers that one worker has made at once, beside it; 0: made by the worker itself, without limits.
PCR_PDF_PROCESSES = env.int("PCR_PDF_PROCESSES", default=1)
PCR_THREADS = env.int("PCR_THREADS", default=4)  # of one worker (gunicorn_conf.py)
# New interviews in a minute, from everybody; further ones wait a few seconds (interview/brake.py).
PCR_STARTS_A_MINUTE = env.int("PCR_STARTS_A_MINUTE", default=60)

# Database, generated key: nobody else on the machine may read this folder.
VAR_DIR = Path(env.str("PCR_VAR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)

SECRET_KEY = (
    env.str("SECRET_KEY")
    if PCR_TLS
    else env.str("SECRET_KEY", default="") or local_secret_key(VAR_DIR / "secret_key")
)
# Earlier keys, newest first, until everybody has signed in once (docs/office/accounts.md).
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("PCR_HOSTS") if PCR_TLS else ["127.0.0.1", "localhost", "[::1]"]

# How a notice leaves (`notices` in operator.toml): smtp://user:password@host:port, smtp+tls://…
_MAIL = env.email_url("PCR_MAIL", default="smtp://localhost:25")
EMAIL_BACKEND, EMAIL_HOST, EMAIL_PORT = _MAIL["EMAIL_BACKEND"], _MAIL["EMAIL_HOST"], _MAIL["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL["EMAIL_HOST_USER"], _MAIL["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.get("EMAIL_USE_TLS", False), _MAIL.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 5  # whoever sent a screening waits for it

# Which pages this process serves: "both", or one side of a split deployment (docs/office/split.md).
# The public side can write to an office and never read it.
PCR_SIDE = env.str("PCR_SIDE", default="both")
if PCR_SIDE not in ("both", "public", "office"):
    raise ImproperlyConfigured('PCR_SIDE is "both", "public" or "office"')
# The private keys of the offices, one file each: never in the database, never on the public side.
PCR_OFFICE_KEYS = Path(env.str("PCR_OFFICE_KEYS", default=str(VAR_DIR / "office-keys")))
# May a hand-over go to a private address, or to this machine over plain HTTP (docs/office/handover.md)?
PCR_WEBHOOK_PRIVATE = env.bool("PCR_WEBHOOK_PRIVATE", default=False)

# No admin, and no accounts but those of the office's staff.
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "csp",
    "formtools",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "screening",
    "screening.office",
]
MIDDLEWARE = [
    "pcr_screener.middleware.headers",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "screening.health.probes",
    "screening.faults.told",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "pcr_screener.middleware.readable",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "pcr_screener.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "pcr_screener.middleware.CsrfMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "screening.urls"
WSGI_APPLICATION = "pcr_screener.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # The pages of a fault link to public pages, which a process of the office alone does not have.
        "DIRS": [
            *([BASE_DIR / "templates" / "office" / "alone"] if PCR_SIDE == "office" else []),
            BASE_DIR / "templates",
        ],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "pcr_screener.context.operator",
            ],
        },
    },
]

# IMMEDIATE and WAL: without them processes that read, then write, lock each other out.
# FULL: an answer that was acknowledged survives a power cut. secure_delete: erased is erased.
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": VAR_DIR / "pcr.sqlite3",
        "ATOMIC_REQUESTS": False,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;"
                "PRAGMA synchronous=FULL;"
                "PRAGMA secure_delete=ON;"
                "PRAGMA foreign_keys=ON;"
            ),
        },
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# One cookie, that of the session, from Start until the browser closes; words that open nothing have one of
# their own for a while (kept_form.py). `__Host-` binds them to this host and to TLS. Strict: nothing leads
# from another site into the middle of an interview.
SESSION_ENGINE = "screening.interview.sessions"  # sealed: stock sessions are only signed
SESSION_COOKIE_NAME = "__Host-s" if PCR_TLS else "s"
SESSION_COOKIE_SECURE = PCR_TLS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = PCR_MAX_HOURS * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_USE_SESSIONS = True
CSRF_COOKIE_SECURE = PCR_TLS
CSRF_FAILURE_VIEW = "screening.faults.refused"

# Staff. No e-mail, no sign-up: an administrator makes accounts and resets what is forgotten.
AUTH_USER_MODEL = "office.Member"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 14},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name")},
    },
]
ACCOUNT_ADAPTER = "screening.office.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PRESERVE_USERNAME_CASING = False
# The cookie ends with the browser.
ACCOUNT_SESSION_REMEMBER = False
# A name is locked for 15 minutes after 5 wrong passwords, a second factor after 5 wrong codes.
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/15m/key", "unlock": "5/5m/key"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
# nginx on the same machine says in X-Forwarded-For who asked; without it nobody is believed.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if PCR_TLS else 0
# Counted in files, so that both workers count the same: never in a table. What anybody may fill stands apart
# from the wrong passwords, since a full folder forgets some of its counts.
CACHES = {
    name: {
        "BACKEND": "screening.office.accounts.limits.SharedCounts",
        "LOCATION": str(VAR_DIR / folder),
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
    for name, folder in (("default", "limits"), ("brakes", "brakes"))
}
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "queue"
MFA_ADAPTER = "screening.office.accounts.adapter.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
# One code earlier or later also fits: clocks differ. Each opens once (accounts/used_codes.py).
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PCR_TLS
MFA_FORMS = {
    "authenticate": "screening.office.accounts.forms.CodeForm",
    "authenticate_webauthn": "screening.office.accounts.forms.PasskeyForm",
    "add_webauthn": "screening.office.accounts.forms.NewPasskeyForm",
}

# gunicorn takes the scheme from the proxy's X-Forwarded-Proto, and from the loopback peer only.
SECURE_SSL_REDIRECT = PCR_TLS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if PCR_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PCR_TLS
# W021: preloading binds a whole domain for years: its owner's decision, not ours. W003 knows Django's token
# middleware by its name alone, and ours is a class of it.
SILENCED_SYSTEM_CHECKS = ["security.W003", "security.W021"]
# no-referrer would make browsers send `Origin: null`, and Django refuse every form.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        # Without script *Leave now* is a form that ends on the operator's harmless page.
        "form-action": [SELF, OPERATOR.leave_origin],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}

# Answers are short, and there are no files.
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 0

LANGUAGE_CODE = SOURCE
LOCALE_PATHS = [BASE_DIR / "screening" / "locale"]
LANGUAGES = languages(LOCALE_PATHS[0])
USE_I18N = True
TIME_ZONE = "America/Los_Angeles"
USE_TZ = True

# The public gets hashed, compressed names, made by collectstatic; this machine needs no such step.
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = BASE_DIR / "staticfiles" if PCR_TLS else None
WHITENOISE_USE_FINDERS = not PCR_TLS
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "staticfiles": {
        "BACKEND": (
            "whitenoise.storage.CompressedManifestStaticFilesStorage"
            if PCR_TLS
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        ),
    },
}

# Warnings and errors to standard error. No request line (it may hold a query), no body, and of an
# exception its kind and place only: its message may quote an answer.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "pcr_screener.logs.Formatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        # It warns of each HEAD that Django answers as a GET.
        "gunicorn.http": {"level": "ERROR"},
        "django.server": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
