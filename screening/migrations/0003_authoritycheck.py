"""An attorney's checks of authorities."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("screening", "0002_place")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="AuthorityCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("authority", models.CharField(max_length=64)),
                ("point", models.CharField(max_length=64)),
                ("words", models.TextField()),
                ("agrees", models.BooleanField()),
                ("on", models.DateField()),
                ("by", models.CharField(max_length=150)),
                ("text", models.CharField(max_length=300)),
                ("note", models.CharField(blank=True, max_length=500)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["authority", "point", "on"], name="authority_check_newest"),
                ],
            },
        ),
    ]
