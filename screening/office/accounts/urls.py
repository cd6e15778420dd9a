"""Sign-in, second factor, lock, own account, members."""

from allauth.account import views as account
from django.urls import URLPattern, path


urlpatterns: list[URLPattern] = [
    path("sign-in/", account.login, name="sign_in"),
    path("password/", account.password_change, name="own_password"),
    path("second-factor/", account.login, name="second_factor"),
]
