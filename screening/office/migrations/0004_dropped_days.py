from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("office", "0003_names_anew"),
    ]

    operations = [
        migrations.AddField(
            model_name="office",
            name="dropped_days",
            field=models.PositiveSmallIntegerField(default=7),
        ),
    ]
